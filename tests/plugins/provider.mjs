// A certified OpenID Connect provider on loopback: anybody may sign in as anybody, as `name` or `name~another`
// (another person of that name). Usage: node provider.mjs ISSUER BACK BEHIND
// where BEHIND is how many seconds its clock is behind ours.
import Provider from 'oidc-provider';

const [issuer, back, behind] = process.argv.slice(2);
const now = Date.now;
Date.now = () => now() - Number(behind) * 1000;
const DAY = 86400;
const provider = new Provider(issuer, {
  clients: [{ client_id: 'ballast', client_secret: 'told-by-no-one', redirect_uris: [back] }],
  claims: { openid: ['sub'], profile: ['preferred_username'] },
  findAccount: (ctx, id) => ({
    accountId: id,
    claims: () => ({ sub: id, preferred_username: id.split('~')[0] }),
  }),
  pkce: { required: () => true },
  ttl: { IdToken: 600, Interaction: DAY, Session: DAY, Grant: DAY },
  cookies: { keys: ['loopback'] },
});
provider.listen(Number(new URL(issuer).port), '127.0.0.1', () => console.log('listening'));
