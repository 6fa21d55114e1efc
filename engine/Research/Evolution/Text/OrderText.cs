namespace Workbench.Research.Evolution;

/// <summary>Writes the method that enters: the size, and the entry with the orders that protect it.</summary>
sealed class OrderText(ScriptPlan plan)
{
    readonly Genome genome = plan.Genome;

    /// <summary>The settings of exit, protection, size and timeframe.</summary>
    public IEnumerable<ScriptParameter> Parameters
    {
        get
        {
            var guard = genome.Protection;
            if (genome.Exit.Kind == ExitKind.Time)
            {
                yield return new ScriptParameter("int", "MostBars", Phrase.Number(genome.Exit.Bars), "1, 100000, Description = \"bars after which a position ends\"");
            }

            if (guard.Stop > 0d)
            {
                var (name, meaning) = guard.Kind == ProtectionKind.Trailing ? ("TrailInAtr", "that the stop trails behind") : ("StopInAtr", "from entry to stop");
                yield return new ScriptParameter("double", name, Phrase.Number(guard.Stop), $"0.1, 100, Description = \"average true ranges {meaning}\"");
            }

            if (guard.Target > 0d)
            {
                yield return new ScriptParameter("double", "TargetInAtr", Phrase.Number(guard.Target), "0.1, 100, Description = \"average true ranges from entry to target\"");
            }

            yield return Amount;
            yield return new ScriptParameter("BarSpec", "Timeframe", TimeframeText.Of(genome.Timeframe), "");
        }
    }

    /// <summary>The call of it.</summary>
    public string Call => (IsTwoSided, NeedsBar) switch
    {
        (true, true) => "Enter(isLong ? Side.Buy : Side.Sell, bar);",
        (true, false) => "Enter(isLong ? Side.Buy : Side.Sell);",
        (false, true) => "Enter(bar);",
        _ => "Enter();",
    };

    bool IsTwoSided => genome.Entry.IsTwoSided;

    bool HasPrices => genome.Protection.Kind is ProtectionKind.Stop or ProtectionKind.Bracket;

    bool NeedsBar => HasPrices || genome.Sizing.Kind == SizingKind.Equity;

    string Atr => plan.Names[IndicatorGene.RangeOf(genome)] + ".Value";

    string Distance => genome.Protection.Kind switch
    {
        ProtectionKind.None => Atr,
        ProtectionKind.Trailing => "TrailInAtr * " + Atr,
        _ => "StopInAtr * " + Atr,
    };

    ScriptParameter Amount => genome.Sizing.Kind switch
    {
        SizingKind.Fixed => new ScriptParameter("decimal", "Qty", Phrase.Amount(genome.Sizing.Amount), "Description = \"units\""),
        SizingKind.Risk => new ScriptParameter("decimal", "RiskShare", Phrase.Amount(genome.Sizing.Amount), "0.0001, 1, Description = \"share of equity that is lost at the stop\""),
        _ => new ScriptParameter("decimal", "EquityShare", Phrase.Amount(genome.Sizing.Amount), "0.0001, 100, Description = \"share of equity that is bought or sold\""),
    };

    /// <summary>The method.</summary>
    public void Write(ScriptLines lines)
    {
        string[] takes = [.. IsTwoSided ? new[] { "Side side" } : [], .. NeedsBar ? new[] { "in Bar bar" } : []];
        lines.Block($"void Enter({string.Join(", ", takes)})", () =>
        {
            Size(lines);
            Prices(lines);
            Send(lines);
        });
    }

    void Size(ScriptLines lines)
    {
        if (genome.Sizing.Kind == SizingKind.Fixed)
        {
            return;
        }

        lines.Add(genome.Sizing.Kind == SizingKind.Risk
            ? $"var qty = Sizing.FixedFraction(Instrument, Equity, RiskShare, Instrument.RoundToTick({Distance}));"
            : "var qty = Instrument.RoundToLot(Equity * EquityShare / Instrument.ValueOf(1m, bar.Close));");
        lines.Add("if (qty <= 0m)").Hang("return;").Add("");
    }

    void Prices(ScriptLines lines)
    {
        if (genome.Protection.Kind == ProtectionKind.None)
        {
            return;
        }

        if (IsTwoSided)
        {
            lines.Add(HasPrices ? "var (exit, way) = side == Side.Buy ? (Side.Sell, 1) : (Side.Buy, -1);" : "var exit = side == Side.Buy ? Side.Sell : Side.Buy;");
        }

        if (HasPrices)
        {
            lines.Add($"var stop = Instrument.RoundToTick((double)bar.Close {Against} StopInAtr * {Atr});");
        }
        else
        {
            lines.Add($"var trail = Trail.Price(Instrument.RoundToTick({Distance}));");
        }

        if (genome.Protection.Kind == ProtectionKind.Bracket)
        {
            lines.Add($"var target = Instrument.RoundToTick((double)bar.Close {Along} TargetInAtr * {Atr});");
        }
    }

    string Against => IsTwoSided ? "- way *" : genome.Entry.Kind == EntryKind.LongOnly ? "-" : "+";

    string Along => IsTwoSided ? "+ way *" : genome.Entry.Kind == EntryKind.LongOnly ? "+" : "-";

    void Send(ScriptLines lines)
    {
        var isLong = genome.Entry.Kind == EntryKind.LongOnly;
        var qty = genome.Sizing.Kind == SizingKind.Fixed ? "Qty" : "qty";
        var exit = IsTwoSided ? "exit" : isLong ? "Side.Sell" : "Side.Buy";
        var entry = $"NewOrder.Market({(IsTwoSided ? "side" : isLong ? "Side.Buy" : "Side.Sell")}, {qty}) with {{ Tag = \"entry\" }}";
        string[] exits = genome.Protection.Kind switch
        {
            ProtectionKind.None => [],
            ProtectionKind.Trailing => [$"NewOrder.TrailingStop({exit}, {qty}, trail) with {{ Tag = \"trail\" }}"],
            ProtectionKind.Stop => [$"NewOrder.Stop({exit}, {qty}, stop) with {{ Tag = \"stop\" }}"],
            _ => [$"NewOrder.Stop({exit}, {qty}, stop) with {{ Tag = \"stop\" }}", $"NewOrder.Limit({exit}, {qty}, target) with {{ Tag = \"target\" }}"],
        };
        if (exits.Length == 0)
        {
            lines.Add($"Send({entry});");
            return;
        }

        lines.Add("SendBracket(").Hang(entry + ",");
        for (var at = 0; at < exits.Length; at++)
        {
            lines.Hang(exits[at] + (at < exits.Length - 1 ? "," : ");"));
        }
    }
}
