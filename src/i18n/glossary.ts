/**
 * The field's terms. Wherever an English message has one of them, the Chinese one has its counterpart; a test demands it.
 * Whoever adds words looks here first. Nothing of this is loaded by the page.
 */
export interface Term {
  /** How it is found in an English message, whatever its case. */
  readonly english: RegExp;
  /** One of these stands in the Chinese one. */
  readonly chinese: readonly string[];
  /** Messages whose English uses the word for something else, or leaves to the context what the Chinese says: why. */
  readonly except?: Readonly<Record<string, string>>;
}

export const glossary: readonly Term[] = [
  { english: /mutual information/, chinese: ['互信息'] },
  { english: /information bottleneck/, chinese: ['信息瓶颈'] },
  { english: /information planes?\b/, chinese: ['信息平面'] },
  { english: /\bplanes?\b/, chinese: ['平面'] },
  { english: /\b(binn(ed|ing)|bins?)\b/, chinese: ['箱'] },
  { english: /quantiz/, chinese: ['量化'] },
  { english: /\bfitting\b|\bbad fits?\b/, chinese: ['拟合'] },
  { english: /compress/, chinese: ['压缩'] },
  { english: /\bhidden layers?\b/, chinese: ['隐藏层'] },
  { english: /\blayers?\b/, chinese: ['层'] },
  { english: /\bsaturated\b/, chinese: ['饱和'] },
  { english: /\bhollow\b/, chinese: ['空心'] },
  { english: /\bactivations?\b/, chinese: ['激活函数', '激活'] },
  { english: /\bbit widths?\b/, chinese: ['位宽'] },
  { english: /\bentrop(y|ies)\b/, chinese: ['熵'] },
  { english: /\bepochs?\b/, chinese: ['轮'] },
  { english: /\bseeds?\b/, chinese: ['种子'] },
  { english: /\bestimators?\b/, chinese: ['估计量'] },
  { english: /\bestimates?\b/, chinese: ['估计'] },
  { english: /(?<!QR )\bcodes?\b/, chinese: ['编码'] },
  { english: /\bQR codes?\b/, chinese: ['二维码'] },
  { english: /\brulers?\b/, chinese: ['标尺'] },
  { english: /\bgrid\b/, chinese: ['网格'] },
  {
    english: /\bexact(ly)?\b/,
    chinese: ['精确'],
    except: { 'task.xor.about': 'exactly one: not a way to count' },
  },
  { english: /\blabels?\b/, chinese: ['标签'] },
  { english: /\binputs?\b/, chinese: ['输入'] },
  { english: /\boutputs?\b/, chinese: ['输出'] },
  { english: /\bsamples?\b/, chinese: ['样本'] },
  { english: /\bfeatures?\b/, chinese: ['特征'] },
  { english: /\bneurons?\b/, chinese: ['神经元'] },
  { english: /\bunits?\b/, chinese: ['单元'] },
  { english: /\bweights?\b/, chinese: ['权重'] },
  { english: /\bbias(es)?\b/, chinese: ['偏置'] },
  { english: /\bgradients?\b/, chinese: ['梯度'] },
  { english: /\b(full |training )?batch(es)?\b/, chinese: ['批'] },
  { english: /\blearning rate\b/, chinese: ['学习率'] },
  { english: /\bmomentum\b/, chinese: ['动量'] },
  { english: /\boptimizers?\b/, chinese: ['优化器'] },
  { english: /\bpenalt(y|ies)\b/, chinese: ['惩罚'] },
  { english: /\baccurac(y|ies)\b/, chinese: ['准确率'] },
  {
    english: /\bloss\b/,
    chinese: ['损失'],
    except: { 'data.about.terms': 'packed without loss: nothing of it is thrown away' },
  },
  { english: /\bnoise\b/, chinese: ['噪声', '信噪比'] },
  {
    english: /\branges?\b/,
    chinese: ['范围'],
    except: { valuesHint: 'ranges of values to be swept' },
  },
  { english: /\blevels?\b/, chinese: ['级'] },
  { english: /\bmoving average\b/, chinese: ['滑动平均'] },
  { english: /\bstandard deviations?\b|\bsd\b/, chinese: ['标准差'] },
  {
    english: /\bmean\b/,
    chinese: ['均值', '平均'],
    except: { 'meaning.title': 'what it does not mean: what it does not signify' },
  },
  { english: /\b95% interval\b/, chinese: ['95% 区间'] },
  { english: /\bkernel density\b/, chinese: ['核密度'] },
  { english: /\bupper bound\b/, chinese: ['上界'] },
  { english: /\blower bound\b/, chinese: ['下界'] },
  { english: /\brepeats?\b/, chinese: ['重复', '次'] },
  { english: /\bcheckpoints?\b/, chinese: ['检查点'] },
  { english: /\bfingerprints?\b/, chinese: ['指纹'] },
  { english: /\bpresets?\b/, chinese: ['预设'] },
  { english: /\bsweep\b/, chinese: ['扫描'] },
  { english: /\bpooling\b/, chinese: ['池化'] },
  { english: /\bconvolutions?\b/, chinese: ['卷积'] },
  { english: /\bgeneraliz/, chinese: ['泛化'] },
  { english: /\btest (set|accuracy|samples|loss|images)\b/, chinese: ['测试'] },
  { english: /\btrain(ing|ed)?\b/, chinese: ['训练'] },
  { english: /\bbits?\b/, chinese: ['比特', '位'] },
  { english: /\bmeasure(d|s|ments?)\b/, chinese: ['测量', '测得'] },
];
