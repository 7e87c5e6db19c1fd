# syntax=docker/dockerfile:1
# Builds everything in one stage, and copies what runs into the other: no compiler, no sources, no build tools.

FROM node:22-bookworm-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build \
  && npm ci --omit=dev \
  && rm dist/service/*.map

FROM node:22-bookworm-slim
LABEL org.opencontainers.image.title="Connect Chat" \
      org.opencontainers.image.licenses="MIT"
# /data belongs to the user of the image, so that a new volume does too.
RUN install -d -m 0700 -o node -g node /data
WORKDIR /app
COPY --from=build /build/package.json /build/LICENSE ./
COPY --from=build /build/scripts/start.mjs scripts/start.mjs
COPY --from=build /build/node_modules node_modules
COPY --from=build /build/dist dist
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=8080 \
    DATA_DIR=/data
USER node
VOLUME /data
EXPOSE 8080
# /livez, not /healthz: a restart does not help against a full disk or a database that is down.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Without a shell in between, so that SIGTERM reaches the service.
ENTRYPOINT ["node", "--max-semi-space-size=32", "scripts/start.mjs"]
