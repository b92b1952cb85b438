/** A picture of one number per pixel, rows from the top. */
export interface Plane {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
}
