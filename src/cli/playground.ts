/** The bot against a loopback Discord. Not part of the container image. */
export async function run(args: string[]): Promise<number> {
  const { playground } = await import('../playground/main.ts').catch((cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    const error = new Error('The playground is not part of this installation: use a checkout with npm ci.', {
      cause,
    });
    error.name = 'UserError';
    throw error;
  });
  return playground(args);
}
