import { createRequire } from 'node:module';
import { readAdvances } from './font-metrics.ts';

const { resolve } = createRequire(import.meta.url);

const regular = resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf');
const bold = resolve('@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf');
const nastaliq = resolve('@expo-google-fonts/noto-nastaliq-urdu/400Regular/NotoNastaliqUrdu_400Regular.ttf');

/** The fonts of every picture; those of the system are never used, so that it looks the same everywhere. */
export const fontFiles: readonly string[] = [regular, bold, nastaliq];

export const advances = { regular: readAdvances(regular), bold: readAdvances(bold) };
