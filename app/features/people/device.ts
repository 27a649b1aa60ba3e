const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, "微信"],
  [/Edg\//, "Edge"],
  [/HuaweiBrowser/, "华为浏览器"],
  [/Firefox\//, "Firefox"],
  [/Chrome\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, "HarmonyOS"],
  [/Android/, "Android"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "Mac"],
  [/Linux/, "Linux"],
];

/** A browser's own long name in the two words its owner recognises: `Chrome`, `Android`; none when neither is known. */
export function deviceWords(userAgent: string): string[] {
  return [browsers, systems].map((list) => list.find(([mark]) => mark.test(userAgent))?.[1]).filter((word) => word !== undefined);
}
