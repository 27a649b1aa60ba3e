import type { Locator } from "@playwright/test";
import jsQR from "jsqr";

/** Reads a QR code the way a phone does: from its picture on the screen. Null when there is none to be read. */
export async function scan(code: Locator): Promise<string | null> {
  const picture = (await code.screenshot()).toString("base64");
  const blank = await code.page().context().newPage();
  try {
    const { width, height, pixels } = await blank.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/png;base64,${base64}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      const pen = canvas.getContext("2d");
      pen?.drawImage(image, 0, 0);
      return { width: image.width, height: image.height, pixels: [...(pen?.getImageData(0, 0, image.width, image.height).data ?? [])] };
    }, picture);
    return jsQR(Uint8ClampedArray.from(pixels), width, height)?.data ?? null;
  } finally {
    await blank.close();
  }
}
