import { defineConfig } from "vite";

// Two bundles, one per face, and one for the page that checks receipts, with plain names: the server puts a hash of the content into the address.
// The target covers the phones people keep for years (Android WebView 87, iOS 14).
export default defineConfig({
  build: {
    target: ["chrome87", "safari14"],
    cssTarget: ["chrome87", "safari14"],
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: { app: "src/app.ts", desk: "src/desk.ts", check: "src/check.ts" },
      output: { entryFileNames: "[name].js", chunkFileNames: "[name].js", assetFileNames: "[name][extname]" },
    },
  },
});
