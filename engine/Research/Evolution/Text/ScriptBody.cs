namespace Workbench.Research.Evolution;

/// <summary>Writes the class: settings, indicators, signals and entry, exit, orders and size, in this order.</summary>
sealed class ScriptBody
{
    const int MostOnLine = 4;

    readonly Genome genome;
    readonly ScriptPlan plan;
    readonly ExpressionText expressions;
    readonly OrderText orders;
    readonly ScriptLines lines = new();

    public ScriptBody(Genome genome)
    {
        this.genome = genome;
        plan = new ScriptPlan(genome);
        expressions = new ExpressionText(plan);
        orders = new OrderText(plan);
    }

    bool IsTwoSided => genome.Entry.IsTwoSided;

    /// <summary>The class.</summary>
    public string Write(string name)
    {
        lines.Block($"public sealed class {name} : Strategy", () =>
        {
            lines.Add([.. plan.Parameters.Concat(orders.Parameters).Select(parameter => parameter.ToString())]).Add("");
            Fields();
            lines.Block("public override void OnStart()", Start).Add("");
            lines.Block("public override void OnBar(in Bar bar)", Decide).Add("");
            orders.Write(lines);
        });
        return lines.ToString();
    }

    void Fields()
    {
        string[] fields =
        [
            .. plan.Genes.GroupBy(gene => gene.Kind).SelectMany(group => group.Chunk(MostOnLine)).Select(genes =>
                $"{genes[0].Kind} {string.Join(", ", genes.Select(gene => plan.Names[gene] + " = null!"))};"),
            .. plan.CountsBars ? new[] { "int lastSide, barsSinceTrade = Guarded.Never;" } : [],
            .. Remembering(Code.Became).Select(node => $"bool {plan.MemoryOf(node)} = true;"),
            .. Remembering(Code.Since).Select(node => $"int {plan.LocalOf(node)} = Guarded.Never;"),
        ];
        if (fields.Length > 0)
        {
            lines.Add(fields.Distinct()).Add("");
        }
    }

    IEnumerable<Tree> Remembering(Code code) => genome.Nodes.Where(node => node.Operator.Code == code);

    void Start()
    {
        lines.Add(plan.Genes.Select(gene => $"{plan.Names[gene]} = Add(new {gene.Kind}({(gene.Length > 0 ? plan.LengthOf(gene) : "")}), Timeframe);"));
        if (plan.Genes.Count == 0)
        {
            lines.Add("Subscribe(Timeframe);");
        }
    }

    void Decide()
    {
        if (plan.Genes.Count > 0)
        {
            lines.Add(ConditionText.Lines("if (", [.. plan.Genes.Select(gene => ($"!{plan.Names[gene]}.IsReady", 1))], "||", ")")).Hang("return;").Add("");
        }

        lines.Add("var position = Position();");
        if (plan.CountsBars)
        {
            lines.Add("barsSinceTrade = Guarded.BarsSince(Math.Sign(position) != lastSide, barsSinceTrade);").Add("lastSide = Math.Sign(position);");
        }

        Locals();
        lines.Add("").Add("// Entry");
        Signals();
        Enter();
        lines.Add("").Add("// Exit");
        Exit();
    }

    void Locals()
    {
        if (plan.ReadsPip)
        {
            lines.Add("var pip = (double)Instrument.PipSize;");
        }

        if (plan.ReadsDay)
        {
            lines.Add("var day = TradingDay();");
        }

        foreach (var node in genome.Nodes.Where(node => plan.LocalOf(node) is not null && node.Operator.Code != Code.SinceTrade))
        {
            var name = plan.LocalOf(node);
            lines.Add(Statement(node.Operator.Code == Code.Since ? $"{name} = " : $"var {name} = ", node));
            if (node.Operator.Code == Code.Became)
            {
                lines.Add($"{plan.MemoryOf(node)} = {plan.LocalOf(node.Parts[0])};");
            }
        }
    }

    IEnumerable<string> Statement(string head, Tree node) => node.Operator.Code is Code.And or Code.Or
        ? ConditionText.Lines(head, [.. Counted(node.Parts.SelectMany(part => ConditionText.Operands(part, node.Operator.Code, plan)))], node.Operator.Code == Code.And ? "&&" : "||", ";")
        : [head + expressions.Whole(node) + ";"];

    IEnumerable<(string Text, int Count)> Counted(IEnumerable<Tree> conditions) =>
        conditions.Select(condition => (expressions.InAnd(condition), ConditionText.Count(condition, plan)));

    void Signals()
    {
        var entry = genome.Entry;
        var may = Gate();
        switch (entry.Kind)
        {
            case EntryKind.LongShort:
                Signal("isLong", may, [entry.First]);
                Signal("isShort", may, [entry.Second!]);
                break;
            case EntryKind.Directed:
                var isUp = Tree.Raw(Operators.Of(Code.IsUp, entry.First), 0d, entry.First);
                var isDown = Tree.Raw(Operators.Of(Code.IsDown, entry.First), 0d, entry.First);
                Signal("isLong", may, [entry.Second!, isUp]);
                Signal("isShort", may, [entry.Second!, isDown]);
                break;
            default:
                Signal(entry.Kind == EntryKind.LongOnly ? "isLong" : "isShort", may, [entry.First]);
                break;
        }
    }

    /// <summary>The filter: by a name of its own where both sides ask for it.</summary>
    (string Text, int Count)[] Gate()
    {
        var filter = genome.Filter;
        if (filter.Operator.Code == Code.Yes)
        {
            return [];
        }

        if (!IsTwoSided || plan.LocalOf(filter) is not null)
        {
            return [.. Counted(ConditionText.Operands(filter, Code.And, plan))];
        }

        lines.Add(Statement("var mayTrade = ", filter));
        return [("mayTrade", 1)];
    }

    void Signal(string name, (string Text, int Count)[] may, Tree[] conditions)
    {
        if (may.Length == 0 && conditions is [{ Operator.Code: Code.Or } either] && plan.LocalOf(either) is null)
        {
            lines.Add(Statement($"var {name} = ", either));
            return;
        }

        var all = conditions.Where(condition => condition.Operator.Code != Code.Yes).SelectMany(condition => ConditionText.Operands(condition, Code.And, plan));
        lines.Add(ConditionText.Lines($"var {name} = ", [.. may, .. Counted(all)], "&&", ";"));
    }

    void Enter()
    {
        var signal = IsTwoSided ? "isLong != isShort" : genome.Entry.Kind == EntryKind.LongOnly ? "isLong" : "isShort";
        lines.Add($"if (position == 0m && OpenOrders.Count == 0 && {signal})").Hang(orders.Call);
    }

    void Exit()
    {
        if (genome.Exit.Condition is { } condition && plan.LocalOf(condition) is null)
        {
            lines.Add(Statement("var isOver = ", condition));
        }

        lines.Block($"if (position != 0m && {Over})", () =>
        {
            lines.Add("CancelAll();").Add("TargetPosition(0m, tag: \"exit\");");
            if (genome.Exit.Kind == ExitKind.Opposite && IsTwoSided)
            {
                lines.Add(orders.Call);
            }
        });
    }

    string Over => genome.Exit.Kind switch
    {
        ExitKind.Time => "barsSinceTrade >= MostBars",
        ExitKind.Condition => plan.LocalOf(genome.Exit.Condition!) ?? "isOver",
        _ when IsTwoSided => "isLong != isShort && isLong == position < 0m",
        _ => genome.Entry.Kind == EntryKind.LongOnly ? "!isLong" : "!isShort",
    };
}
