/** In the one file nothing is drawn anew, so the report's elements need no script. */
export {};
