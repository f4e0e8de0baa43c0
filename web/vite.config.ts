import { defineConfig } from "vite";

// Two bundles, one per face, and one for the pages that check, with plain names: the server puts a hash of the content into the address.
// `--mode verify` builds the script of the page that people keep by itself: it may share no piece with the others.
// The target covers the phones people keep for years (Android WebView 87, iOS 14).
export default defineConfig(({ mode }) => ({
  build: {
    target: ["chrome87", "safari14"],
    cssTarget: ["chrome87", "safari14"],
    modulePreload: false,
    assetsInlineLimit: 0,
    emptyOutDir: mode !== "verify",
    rolldownOptions: {
      input: mode === "verify" ? { verify: "src/verify.ts" } : { app: "src/app.ts", desk: "src/desk.ts", check: "src/check.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
}));
