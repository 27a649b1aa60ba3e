/** The address a licence's QR code carries. */
export function verificationUrl(publicUrl: string, code: string): string {
  return `${publicUrl}/v/${code}`;
}
