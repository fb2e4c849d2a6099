import { type ASTVisitor, GraphQLError, type ValidationContext } from 'graphql';

/**
 * Validation rule: refuses an operation whose root type the schema does not have (a subscription, say). graphql-js
 * notices only while it executes, and answers as if a field had failed.
 */
export function operationTypeRule(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return;
      context.reportError(
        new GraphQLError(`There are no operations of the kind ${node.operation}.`, { nodes: node }),
      );
    },
  };
}
