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

/** A browser's own long name in the two words its owner recognises: `Chrome · Android`; null when neither is known. */
export function deviceName(userAgent: string): string | null {
  const named = [browsers, systems].map((list) => list.find(([mark]) => mark.test(userAgent))?.[1]).filter((word) => word !== undefined);
  return named.length > 0 ? named.join(" · ") : null;
}
