FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
# The container's own address: what is published of it, the engine decides.
ENV NODE_ENV=production DATA_DIR=/data HOST=0.0.0.0 NODE_COMPILE_CACHE=/app/compiled MALLOC_ARENA_MAX=2
# Large pieces of native memory go back to the system when they are freed, not to a heap with holes: 20 to 30 MB.
ENV MALLOC_MMAP_THRESHOLD_=131072 MALLOC_TRIM_THRESHOLD_=1048576
# Each look-up of a name holds a thread: a few dead name servers must not hold up the rest.
ENV UV_THREADPOOL_SIZE=16
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE ./
COPY config config
COPY commands commands
COPY src src
RUN install -d -o node -g node /data compiled
USER node
# Compiles the modules for all starts, by the user who will start: without a token there is no more to do (exit 78).
RUN node src/main.ts start 2>/dev/null || [ $? = 78 ]
# The shipped pack, as JSON beside them. One that is mounted in its place is compiled at its first start.
RUN node src/main.ts status >/dev/null
VOLUME /data
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 8080}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# node itself, not npm: signals arrive, and the bot shuts down in order.
# The memory limit of short-lived objects: a poll of thousands of feeds is as fast with it, in 40 MB less. And the bot may
# collect garbage at rest (src/app/memory-at-rest.ts).
CMD ["node", "--max-semi-space-size=8", "--expose-gc", "src/main.ts", "start"]
