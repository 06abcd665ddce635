// RSocket's packages take Node's Buffer for granted.
export { Buffer } from "buffer/";
