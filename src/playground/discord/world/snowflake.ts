const DISCORD_EPOCH = 1_420_070_400_000n;

/** Makes ids as Discord does: they grow with time (UTC ms) and never repeat. */
export function snowflakes(now: () => number): () => string {
  let last = 0n;
  return () => {
    const next = (BigInt(now()) - DISCORD_EPOCH) << 22n;
    last = next > last ? next : last + 1n;
    return last.toString();
  };
}
