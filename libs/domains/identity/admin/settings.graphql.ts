import { graphql } from '@portevoix/graphql';

export const PeopleDocument = graphql(`
  query People($first: Int!, $after: String, $search: String, $role: Role, $groupId: ID) {
    people(first: $first, after: $after, search: $search, role: $role, groupId: $groupId) {
      edges { node { id displayName pictureUrl email jobTitle roles createdAt groups { id name kind } } }
      pageInfo { hasNextPage endCursor }
    }
    peopleCount(search: $search, role: $role, groupId: $groupId)
  }
`);

export const GroupsDocument = graphql(`query Groups { groupsOfOrganisation { id name kind } }`);

export const AddPersonDocument = graphql(`mutation AddPerson($input: AddPersonInput!) { addPerson(input: $input) { id displayName } }`);

export const AddGroupDocument = graphql(`mutation AddGroup($input: AddGroupInput!) { addGroup(input: $input) { id name } }`);

export const DeactivatePersonDocument = graphql(`mutation DeactivatePerson($id: ID!) { deactivatePerson(id: $id) { id } }`);

export const ReactivatePersonDocument = graphql(`mutation ReactivatePerson($id: ID!) { reactivatePerson(id: $id) { id } }`);

export const UpdateOrganisationDocument = graphql(`mutation UpdateOrganisation($input: UpdateOrganisationInput!) { updateOrganisation(input: $input) { id name accent disclosure timeZone } }`);

export const DirectoryFileDocument = graphql(`
  query DirectoryFile($after: String) { people(first: 100, after: $after) { edges { node { firstName lastName email jobTitle groups { name kind } } } pageInfo { hasNextPage endCursor } } }
`);

export const ImportPeopleDocument = graphql(`
  mutation ImportPeople($input: ImportPeopleInput!) {
    importPeople(input: $input) { dryRun created updated unchanged ignoredColumns newGroups refused { line email problems { column rule value } } }
  }
`);

export const ResetDemoDocument = graphql(`mutation ResetDemo { resetDemo { id } }`);

export const DemoResetDocument = graphql(`query DemoReset($id: ID!) { demoReset(id: $id) { id state step steps } }`);
