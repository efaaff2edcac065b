import { graphql } from '@portevoix/graphql';

export const ViewerFields = graphql(`
  fragment ViewerFields on Viewer {
    person { id firstName lastName displayName jobTitle pictureUrl }
    organisation { id slug name accent logoUrl disclosure timeZone isDemo }
    roles
    permissions
    email
    locale
    secondFactorMissing
  }
`);

export const ViewerQuery = graphql(`query Viewer { viewer { ...ViewerFields } }`);

export const SignIn = graphql(`mutation SignIn($input: SignInInput!) { signIn(input: $input) { ...ViewerFields } }`);

export const RequestMagicLink = graphql(`mutation RequestMagicLink($input: RequestMagicLinkInput!) { requestMagicLink(input: $input) }`);

export const RedeemMagicLink = graphql(`mutation RedeemMagicLink($input: RedeemMagicLinkInput!) { redeemMagicLink(input: $input) { ...ViewerFields } }`);

export const RedeemSignInCode = graphql(`mutation RedeemSignInCode($input: RedeemSignInCodeInput!) { redeemSignInCode(input: $input) { ...ViewerFields } }`);

export const VerifySecondFactor = graphql(`mutation VerifySecondFactor($input: SecondFactorCodeInput!) { verifySecondFactor(input: $input) { ...ViewerFields } }`);

export const SecondFactor = graphql(`query SecondFactor { viewer { secondFactorOn } }`);

export const BeginSecondFactor = graphql(`mutation BeginSecondFactor { beginSecondFactor { uri key qr } }`);

export const ConfirmSecondFactor = graphql(`mutation ConfirmSecondFactor($input: SecondFactorCodeInput!) { confirmSecondFactor(input: $input) }`);

export const RemoveSecondFactor = graphql(`mutation RemoveSecondFactor($input: SecondFactorCodeInput!) { removeSecondFactor(input: $input) }`);

export const SignOut = graphql(`mutation SignOut { signOut }`);

export const UpdateMyPreferences = graphql(`mutation UpdateMyPreferences($input: UpdateMyPreferencesInput!) { updateMyPreferences(input: $input) { ...ViewerFields } }`);

export const SignInOptions = graphql(`query SignInOptions { signInOptions { organisationName magicLink demoAccounts { email label password } } }`);

export const Sessions = graphql(`query Sessions { sessions { id createdAt lastSeenAt device current } }`);

export const RevokeSession = graphql(`mutation RevokeSession($id: ID!) { revokeSession(id: $id) }`);
