namespace Workbench.Research.Evolution;

/// <summary>
/// What a script is made of before it is written: names for the indicators, a setting for each number, and a named local for each
/// expression that is used twice, remembers something, or says more with a name.
/// </summary>
sealed class ScriptPlan
{
    const int Heaviest = 5;

    readonly Dictionary<Tree, string> locals = [];
    readonly Dictionary<(Tree Parent, int Part), string> constants = [];
    readonly Dictionary<Tree, int> uses = [];
    readonly Dictionary<Tree, int> weights = [];
    readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "bar", "position", "isLong", "isShort", "mayTrade", "isOver", "side", "day", "pip", "lastSide", "barsSinceTrade", "exit", "way", "qty",
        "stop", "target", "trail", "stopInAtr", "targetInAtr", "trailInAtr", "mostBars", "riskShare", "equityShare", "timeframe", "atr",
    };

    readonly Nouns nouns;

    public ScriptPlan(Genome genome)
    {
        Genome = genome;
        Genes = IndicatorGene.Of(genome);
        Names = new IndicatorNames(Genes);
        nouns = new Nouns(Names);
        foreach (var gene in Genes)
        {
            taken.Add(Names[gene]);
            AddLength(gene);
        }

        foreach (var part in genome.Nodes.SelectMany(node => node.Parts).Concat(genome.Trees))
        {
            uses[part] = uses.GetValueOrDefault(part) + 1;
        }

        foreach (var node in genome.Nodes)
        {
            Name(node);
        }
    }

    public Genome Genome { get; }

    /// <summary>The indicators in their order.</summary>
    public IReadOnlyList<IndicatorGene> Genes { get; }

    /// <summary>Their names.</summary>
    public IndicatorNames Names { get; }

    /// <summary>The settings in their order, those of entries; exits and sizes add theirs behind.</summary>
    public List<ScriptParameter> Parameters { get; } = [];

    /// <summary>The name of a node that is a local or a field; null where it is written where it is used.</summary>
    public string? LocalOf(Tree node) => locals.GetValueOrDefault(node);

    /// <summary>How many words an expression takes where it is written out: those below a named part are not counted.</summary>
    public int WeightOf(Tree node) => LocalOf(node) is null ? weights.GetValueOrDefault(node, 1) : 1;

    /// <summary>The setting that stands for a constant.</summary>
    public string ConstantOf(Tree parent, int part) => constants[(parent, part)];

    /// <summary>Whether the expressions ask for what a pip is.</summary>
    public bool ReadsPip => Genome.Nodes.Any(node => node.Operator.Code == Code.Pips);

    /// <summary>Whether something asks for the bars since the position changed.</summary>
    public bool CountsBars => Genome.Exit.Kind == ExitKind.Time || Genome.Nodes.Any(node => node.Operator.Code == Code.SinceTrade);

    /// <summary>Whether something asks for the trading day.</summary>
    public bool ReadsDay => Genome.Nodes.Any(node => node.Operator.Code is >= Code.SinceOpen and <= Code.NewYork and not Code.SinceTrade);

    /// <summary>The name of the field that remembers whether a condition held at the bar before.</summary>
    public string MemoryOf(Tree became)
    {
        var now = LocalOf(became.Parts[0])!;
        return Phrase.Join("was", now.StartsWith("is", StringComparison.Ordinal) && now.Length > 2 ? now[2..] : now);
    }

    /// <summary>A name like the wanted one that nobody has.</summary>
    public string Free(string wanted)
    {
        var name = wanted;
        for (var next = 2; !taken.Add(name); next++)
        {
            name = wanted + Phrase.Number(next);
        }

        return name;
    }

    void AddLength(IndicatorGene gene)
    {
        if (gene.Length > 0)
        {
            Parameters.Add(new ScriptParameter("int", LengthOf(gene), Phrase.Number(gene.Length), $"1, 1000, Description = \"bars of the {Names.MeaningOf(gene)}\""));
        }
    }

    /// <summary>The setting of an indicator's length.</summary>
    public string LengthOf(IndicatorGene gene) => Phrase.Pascal(Names[gene]) + "Bars";

    void Name(Tree node)
    {
        for (var at = 0; at < node.Parts.Length; at++)
        {
            if (node.Parts[at].Operator.Numbers.Exists && node.Parts[at].Operator.IsConstant)
            {
                AddConstant(node, at);
            }
        }

        weights.Add(node, 1 + node.Parts.Sum(WeightOf));
        if (node.Operator.Code == Code.SinceTrade)
        {
            locals.Add(node, "barsSinceTrade");
        }
        else if (IsLocal(node))
        {
            locals.Add(node, Free(nouns.Of(node)));
        }
    }

    void AddConstant(Tree parent, int at)
    {
        var constant = parent.Parts[at];
        var (type, unit) = constant.Operator.Code switch
        {
            Code.Pips => ("double", "pips"),
            Code.Multiple => ("double", "multiple of what is usual"),
            Code.Share => ("double", "percent"),
            Code.Span => ("double", "hours"),
            _ => ("int", "bars"),
        };
        var name = Free(ConstantNames.Of(parent, at, nouns));
        constants.Add((parent, at), name);
        Parameters.Add(new ScriptParameter(type, name, Phrase.Number(constant.Number), $"Description = \"{unit}\""));
    }

    bool IsLocal(Tree node) => node.Operator.Code switch
    {
        _ when node.Operator.IsConstant => false,
        <= Code.Close or Code.SinceOpen or Code.UntilClose or Code.Tokyo or Code.London or Code.NewYork or Code.Weekday => true,
        Code.Trend or Code.Volatile or Code.Quiet or Code.InUnits or Code.Over or Code.Became or Code.Since => true,
        _ => !node.Parts.IsEmpty && (uses[node] > 1 || IsRemembered(node) || IsDirection(node) || IsHeavy(node) || ConditionText.IsCrowd(node, this)),
    };

    bool IsHeavy(Tree node) => node.Measure != Measure.Truth && weights[node] > Heaviest;

    // Both signals ask for the direction and for the moment.
    bool IsDirection(Tree node) => Genome.Entry.Kind == EntryKind.Directed && (node.Equals(Genome.Entry.First) || node.Equals(Genome.Entry.Second));

    bool IsRemembered(Tree node) => Genome.Nodes.Any(other => other.Operator.Code == Code.Became && other.Parts[0].Equals(node));
}
