/** Conventional commits; a subject may begin with a name such as SIGKILL. */
export default {
  extends: ['@commitlint/config-conventional'],
  rules: { 'header-max-length': [2, 'always', 120], 'body-max-line-length': [0], 'subject-case': [0] },
};
