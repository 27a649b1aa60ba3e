import { z } from "zod";

const passwordRule = "密码至少 10 个字符，不能与工号相同";

export const SignInForm = z.object({
  // A Chinese keyboard may type full-width digits.
  staffNo: z.string().normalize("NFKC").trim().min(1, "请填写工号").max(20, "工号最多 20 个字符"),
  password: z.string().min(1, "请填写密码").max(200, "密码最多 200 个字符"),
});

/** A password one chooses oneself: length counts, no composition rules (NIST SP 800-63B, OWASP ASVS 5.0 V6.2). */
export const ChangePasswordForm = z
  .object({
    currentPassword: z.string().min(1, "请填写现在的密码").max(200, "密码最多 200 个字符"),
    newPassword: z.string().min(10, passwordRule).max(200, "密码最多 200 个字符"),
    repeatPassword: z.string().max(200, "密码最多 200 个字符"),
  })
  .refine((form) => form.newPassword === form.repeatPassword, { path: ["repeatPassword"], message: "两次输入的新密码不一致" })
  .refine((form) => form.newPassword !== form.currentPassword, { path: ["newPassword"], message: "新密码不能与现在的密码相同" });
