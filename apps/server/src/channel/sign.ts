import { createHmac } from 'node:crypto'

/** 钉钉, of a moment in milliseconds: the secret is key and part of the text. Base64, not yet encoded for an address. */
export const dingtalkSign = (timestamp: number, secret: string): string =>
  createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64')

/** 飞书, of a moment in seconds: moment and secret are the key, and nothing is the text. */
export const feishuSign = (timestamp: number, secret: string): string =>
  createHmac('sha256', `${timestamp}\n${secret}`).update('').digest('base64')
