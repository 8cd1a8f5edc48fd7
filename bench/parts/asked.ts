/** EX_USAGE of sysexits.h. */
const usageError = 64;

/**
 * What the command line asks for, as `read` makes it of it; a slip (anything that `read` throws) is refused in its
 * sentence, `--help` answered with the usage. Either ends the process.
 */
export function asked<T>(usage: string, read: () => T): T {
  if (process.argv.includes('--help')) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return read();
  } catch (error) {
    console.error((error as Error).message);
    process.exit(usageError);
  }
}
