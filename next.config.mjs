/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // The optimiser answers at /_next/image even when unused and has had holes; there are no images to optimise.
  images: { unoptimized: true },
  // A native module must stay a real require().
  serverExternalPackages: ["better-sqlite3", "@prisma/adapter-better-sqlite3"],
  // `npm run check` and CI check types; the build on a user's machine need not do it again.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

export default config;
