/**
 * One SQL statement that is prepared under its name, once per connection. Names are unique in the whole service, e.g.
 * `report.findByClientReference`; the text takes its values as $1, $2 ...
 */
export interface NamedStatement {
  readonly name: string;
  readonly text: string;
}
