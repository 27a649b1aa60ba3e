// Imported before everything else: React and Remix choose their production code by it when they are loaded, and the builder loads React.
process.env.NODE_ENV = "production";
