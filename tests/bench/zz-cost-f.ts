import { startPretendWeb } from '../../scripts/pretend-web/server.ts';
import { pairedDifference, median } from './support/figures.ts';
import { costOf, scriptTimeOf } from './support/page-cost.ts';
import { withEmptyExtension, withSaathi } from './support/subjects.ts';
const web = await startPretendWeb(); const path='/usr/bin/chromium';
const empty = await withEmptyExtension(path, web); const ours = await withSaathi(path, web);
const fcp = async (s: any, url: string) => { const p = await s.context.newPage(); await p.goto(url,{waitUntil:'load'}); await p.waitForTimeout(300); const v = await p.evaluate(()=>performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN); await p.close(); return v; };
for (const [name,url] of [['small','http://small.test/'],['news','http://news.test/?stories=400']] as const) {
  const a:any={load:[],main:[],fcp:[]}, b:any={load:[],main:[],fcp:[]};
  for (let r=-1;r<9;r++) for (const [s,o] of (r%2? [[empty,a],[ours,b]]:[[ours,b],[empty,a]]) as any) { const c=await costOf(s.context,url); const f=await fcp(s,url); if(r>=0){o.load.push(c.loadMs);o.main.push(c.mainThreadMs);o.fcp.push(f);} }
  for (const k of ['load','main','fcp']) { const d=pairedDifference(b[k],a[k]); console.log(name,k,'empty',median(a[k]).toFixed(1),'ours',median(b[k]).toFixed(1),'diff',d.median.toFixed(1),d.low.toFixed(1),d.high.toFixed(1)); }
}
const t=[]; for(let i=0;i<7;i++) t.push(await scriptTimeOf(ours.context,'http://small.test/',['page.js','frame.js'])); console.log('script', median(t));
process.exit(0);
