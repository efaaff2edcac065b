import { Global, Module } from '@nestjs/common';
import { Authenticator } from '@portevoix/platform';
import { PeopleImportResolver } from './directory/people-import.resolver';
import { PeopleImport } from './directory/people-import.service';
import { IdentityJobs } from './identity.jobs';
import { PersonResolver, ViewerResolver } from './identity.resolver';
import { PictureFiles } from './pictures/picture-files.service';
import { PicturesController } from './pictures/pictures.controller';
import { Organisations } from './organisations.service';
import { People } from './people.service';
import { Challenges } from './second-factor/challenge';
import { SecondFactorResolver } from './second-factor/second-factor.resolver';
import { SecondFactors } from './second-factor/second-factors.service';
import { Directory } from './sign-in/directory.service';
import { Passwords } from './sign-in/passwords.service';
import { Sessions } from './sign-in/sessions.service';
import { SignInLinks } from './sign-in/sign-in-links.service';
import { SignInPage } from './sign-in/sign-in-page.service';
import { SignIn } from './sign-in/sign-in.service';
import { strategyProviders } from './sign-in/strategies';
import { Throttle } from './sign-in/throttle';
import { ApiTokens } from './tokens/api-tokens.service';
import { ApiTokensResolver } from './tokens/api-tokens.resolver';
import { Credentials } from './tokens/credentials';

const signIn = [ApiTokens, ApiTokensResolver, Credentials, Directory, Passwords, Sessions, { provide: Authenticator, useExisting: Credentials }, SignIn, SignInLinks, SignInPage, Throttle, Challenges, SecondFactors, SecondFactorResolver, ...strategyProviders];

@Global()
@Module({
  controllers: [PicturesController],
  providers: [IdentityJobs, Organisations, People, PeopleImport, PeopleImportResolver, PersonResolver, PictureFiles, ViewerResolver, ...signIn],
  exports: [Authenticator, Directory, Organisations, People, PictureFiles, SecondFactors, Sessions],
})
export class IdentityModule {}
