import { getCompileCacheDir } from 'node:module';
import { loadPack, type Pack } from '../pack.ts';
import { readSettings } from '../settings.ts';

/** The pack that the settings name, kept compiled where Node keeps compiled code (`NODE_COMPILE_CACHE`). */
export function openPack(): Promise<Pack> {
  return loadPack(readSettings().PACK, { compiled: getCompileCacheDir() });
}
