import sys, time
from collections import defaultdict, Counter
from datetime import date
from pathlib import Path
import yaml
from generator.pipeline import inspect
from generator.search.documents import documents
from generator.search.lexicon import Lexicon
from generator.search.analyzer import fold, HAN
from generator.search.plan import plan
from generator.search import rank as R
import re
from pypinyin import pinyin, Style

from generator.search.index import index
from generator.search.engine import search
ROOT=Path('.')
if __name__=='__main__':
    ed,_=inspect(ROOT,today=date(2026,11,23))
    ix=index(documents(ed),ed.corpus)
    from bench.search import _rank,_share,_mrr
    qs=yaml.safe_load(open(next((a for a in sys.argv[1:] if a.endswith('.yml')),'tests/search/queries.yml')))
    ranks=defaultdict(list); wrong=[]
    t=time.time()
    for e in qs:
        f=search(ix,e['query'],limit=10,facets={}); h=[(x.entry.ref,round(x.score,2)) for x in f.hits]; p=plan(e['query'],lambda t: bool(ix.postings(t)),ix.language.others,ix.language.lexicon)
        r=_rank(e,[x for x,_ in h]); ranks[e['kind']].append(r)
        if r!=1: wrong.append((r,e,p,h))
    print(time.time()-t)
    allr=[x for k in ranks.values() for x in k]
    for k,v in [*sorted(ranks.items()),('all',allr)]:
        print(f"{k:12}{len(v):4}{_share(v,1):8.1%}{_share(v,3):8.1%}{_mrr(v):7.2f}")
    for r,e,p,h in wrong:
        print(r,[(a.subject,a.value) for a in f.answers] if 0 else '',e['query'],'|',h[:4],'| want',e['best'][:3])
        if '-v' in sys.argv: print('     ',[[(''.join(a.tokens),a.factor) for a in g] for g in p.groups],p.asked)
