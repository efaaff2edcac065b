import { IsEmail, IsNotEmpty, Matches, MaxLength } from 'class-validator';

/** The fields of the sign-in page. The API checks its own input; the kernel of the browser knows no domain. */
export class AddressFields {
  @IsEmail()
  @MaxLength(254)
  email: string;
}

export class PasswordFields extends AddressFields {
  @IsNotEmpty()
  @MaxLength(200)
  password: string;
}

export class CodeFields {
  @Matches(/^\d{4} ?\d{4}$/, { context: { rule: 'isSignInCode' } })
  code: string;
}
