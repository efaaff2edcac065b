import { ApolloArmor } from '@escape.tech/graphql-armor';
import type { ApolloServerPlugin } from '@apollo/server';
import { specifiedRules, type ValidationRule } from 'graphql';

/** Bounds on what one operation may ask: refused before any resolver runs. */
const armor = new ApolloArmor({
  maxDepth: { n: 10 },
  maxAliases: { n: 15, allowList: [] },
  maxDirectives: { n: 9 },
  maxTokens: { n: 1500 },
  costLimit: { enabled: false },
  blockFieldSuggestion: { enabled: true },
});

const protection = armor.protect();

export const limits: { rules: ValidationRule[]; validationRules: ValidationRule[]; plugins: ApolloServerPlugin[] } = {
  rules: [...specifiedRules, ...(protection.validationRules as ValidationRule[])],
  validationRules: protection.validationRules as ValidationRule[],
  plugins: protection.plugins as ApolloServerPlugin[],
};
