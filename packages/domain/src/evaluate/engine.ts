/**
 * What computes. Raise it whenever the same scheme and facts may be judged otherwise than before: results stored under
 * an older one then differ without being wrong. Its test holds one evaluation to its hash.
 */
export const ENGINE = '2'
