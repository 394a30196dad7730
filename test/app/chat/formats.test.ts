import { createHmac } from 'node:crypto';
import { chatRefusal, chatRequest, chatText } from '../../../src/app/chat/formats';

const hmac = (text: string, key: string): string => createHmac('sha256', key).update(text).digest('base64');
const at = 1700000000123;

describe('alarms to group chats', () => {
  test('WeCom takes plain text', () => {
    expect(chatRequest('wecom', '【售后】甲', 'https://a.example/send?key=1', '', at, hmac)).toEqual({ url: 'https://a.example/send?key=1', body: '{"msgtype":"text","text":{"content":"【售后】甲"}}' });
  });

  test('DingTalk signs moment and secret in the address, Feishu in the message', () => {
    const ding = new URL(chatRequest('dingtalk', '甲', 'https://a.example/send?access_token=1', 'SEC1', at, hmac).url);
    expect([ding.searchParams.get('timestamp'), ding.searchParams.get('sign')]).toEqual([String(at), createHmac('sha256', 'SEC1').update(`${at}\nSEC1`).digest('base64')]);
    expect(JSON.parse(chatRequest('feishu', '甲', 'https://a.example/hook/1', 's', at, hmac).body)).toEqual({
      timestamp: '1700000000', sign: createHmac('sha256', '1700000000\ns').update('').digest('base64'), msg_type: 'text', content: { text: '甲' },
    });
  });

  test('without a secret nothing is signed', () => {
    expect(chatRequest('dingtalk', '甲', 'https://a.example/send?access_token=1', '', at, hmac).url).toBe('https://a.example/send?access_token=1');
    expect(JSON.parse(chatRequest('feishu', '甲', 'https://a.example/hook/1', '', at, hmac).body)).toEqual({ msg_type: 'text', content: { text: '甲' } });
  });

  test.each([
    [200, '{"errcode":0,"errmsg":"ok"}', null],
    [200, '{"code":0,"msg":"success"}', null],
    [200, '{"StatusCode":0,"StatusMessage":"success"}', null],
    [200, '{"errcode":310000,"errmsg":"keywords not in content"}', '200 {"errcode":310000,"errmsg":"keywords not in content"}'],
    [500, '', '500 '],
  ] as const)('an answer %i %s', (status, answer, refusal) => {
    expect(chatRefusal(status, answer)).toBe(refusal);
  });

  test('a text is bounded, begins with the keyword and names no phone number', () => {
    const text = chatText(`联系人 13900002001，座机 0512-62345678，工单 TK-20260303-001 ${'长'.repeat(900)}`);
    expect(text.startsWith('【售后】联系人 ***，座机 ***，工单 TK-20260303-001')).toBe(true);
    expect(Buffer.byteLength(text)).toBeLessThan(2048);
  });
});
