declare module 'email-providers' {
  /** Domains at which unrelated people have mailboxes. */
  const domains: readonly string[];
  export default domains;
}
