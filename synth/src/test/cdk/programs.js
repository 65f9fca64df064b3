// Programs of the AWS CDK, each synthesized into a folder of its own: node programs.js OUT.
'use strict';

const path = require('path');
const { cdk, cluster, from, image } = require('./library.js');

const patterns = from('aws-ecs-patterns');
const sqs = from('aws-sqs');

const programs = { ...require('./patterns.js'), ...require('./services.js'), ...require('./surroundings.js') };

/** Two stacks of one app, of which one imports from the other and a third waits for it without importing. */
function severalStacks(app) {
  const env = { account: '111122223333', region: 'eu-central-1' };
  const ground = new cdk.Stack(app, 'Ground', { env, terminationProtection: true });
  const home = cluster(ground);
  const top = new cdk.Stack(app, 'Top', { env, tags: { team: 'front' } });
  new patterns.ApplicationLoadBalancedFargateService(top, 'Web', {
    cluster: home,
    taskImageOptions: { image },
    minHealthyPercent: 100,
  });
  const later = new cdk.Stack(app, 'Later', { env });
  new sqs.Queue(later, 'Queue');
  later.addDependency(top);
}

/** A stage, whose stacks stand in an assembly of their own. */
function stages(app) {
  for (const name of ['Test', 'Prod']) {
    const stage = new cdk.Stage(app, name, { env: { account: '111122223333', region: 'eu-west-1' } });
    const stack = new cdk.Stack(stage, 'Shop');
    programs.albFargate(stack);
  }
}

const out = path.resolve(process.argv[2]);
for (const [name, program] of Object.entries(programs)) {
  const app = new cdk.App({ outdir: path.join(out, name), analyticsReporting: false });
  program(new cdk.Stack(app, 'Shop'));
  app.synth();
}
for (const program of [severalStacks, stages]) {
  const app = new cdk.App({ outdir: path.join(out, program.name), analyticsReporting: false });
  program(app);
  app.synth();
}
console.log(Object.keys(programs).length + 2 + ' programs');
