/** Version of the clinical rules, stored with each assessment. Follows the clinical specification's version, then a counter. */
export const RULE_VERSION = '2.3';
