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

/** What an application of codes shows. */
export class FactorFields {
  @Matches(/^\d{3} ?\d{3}$/, { context: { rule: 'isFactorCode' } })
  code: string;
}

export class RecoveryFields {
  @Matches(/^[a-z2-7]{5}[ -]?[a-z2-7]{5}$/i, { context: { rule: 'isRecoveryCode' } })
  code: string;
}

export class EitherFields {
  @Matches(/^(\d{3} ?\d{3}|[a-z2-7]{5}[ -]?[a-z2-7]{5})$/i, { context: { rule: 'isSecondFactorCode' } })
  code: string;
}

export class CodeFields {
  @Matches(/^\d{4} ?\d{4}$/, { context: { rule: 'isSignInCode' } })
  code: string;
}
