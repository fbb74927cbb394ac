/**
 * date-fns reads and writes the local fields of a `Date`. This subclass maps them to UTC and tells date-fns, through
 * its own hook, to keep using it, so that no result depends on the time zone of the process.
 */
export class UtcDate extends Date {
  [Symbol.for("constructDateFrom")](value: Date | number | string): UtcDate {
    return new UtcDate(+new Date(value))
  }
  override getFullYear(): number {
    return this.getUTCFullYear()
  }
  override getMonth(): number {
    return this.getUTCMonth()
  }
  override getDate(): number {
    return this.getUTCDate()
  }
  override getDay(): number {
    return this.getUTCDay()
  }
  override getHours(): number {
    return this.getUTCHours()
  }
  override getTimezoneOffset(): number {
    return 0
  }
  override setFullYear(...args: [number, number?, number?]): number {
    return this.setUTCFullYear(...(args as [number]))
  }
  override setMonth(...args: [number, number?]): number {
    return this.setUTCMonth(...(args as [number]))
  }
  override setDate(date: number): number {
    return this.setUTCDate(date)
  }
  override setHours(...args: [number, number?, number?, number?]): number {
    return this.setUTCHours(...(args as [number]))
  }
}
