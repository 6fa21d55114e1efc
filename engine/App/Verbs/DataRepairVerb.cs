using System.CommandLine;
using Workbench.Data.Lake;
using Workbench.Data.Repair;
using Workbench.Model;

namespace Workbench.App;

/// <summary><c>data repair</c>: applies the written rules to stored bars or to a downloaded table, or fetches a stretch of the lake once more.</summary>
static class DataRepairVerb
{
    public static Command Make(Workspace workspace)
    {
        var what = new Argument<string>("data") { Description = "stored bars, or a CSV with Adj Close, Dividends and Stock Splits", HelpName = "INSTRUMENT[:kind]|FILE.csv" };
        var rule = new Option<string[]>("--rule") { Description = "units, splits, dividends or capital-gains; may be repeated (default: all)", HelpName = "RULE" };
        var dry = new Option<bool>("--dry-run") { Description = "say what would be repaired, and change nothing" };
        var to = new Option<string?>("--out-file") { Description = "where the repaired table of a CSV goes; the CSV itself is never changed", HelpName = "FILE.csv" };
        var source = new Option<string?>("--source") { Description = "fetch the range once more from this source instead; what changes is kept as a new revision", HelpName = "NAME" };
        var (from, until, stores) = (CommonOptions.From(), CommonOptions.To(), new StoreOptions());
        return new Command("repair", "Repair prices by the rules of data/README.md. Example: data repair SPY:1d --dry-run") { what, source, rule, dry, to, from, until }.With(stores.All)
            .Does((parsed, terminal, cancel) =>
            {
                var word = parsed.GetValue(what)!;
                var rules = Rules(parsed.GetValue(rule) ?? []);
                if (word.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                {
                    return OfTable(word, rules, parsed.GetValue(dry) ? null : parsed.GetValue(to) ?? throw RepairErrors.NoOutFile(word), terminal);
                }

                var opened = workspace.OpenStore(stores.Place(parsed));
                var stored = StoredKind.Of(opened, word);
                var range = CommonOptions.Range(parsed.GetValue(from), parsed.GetValue(until));
                if (parsed.GetValue(source) is { } asked)
                {
                    var again = "./run.sh " + string.Join(' ', parsed.Tokens.Select(token => ShellWord.Quoted(token.Value)));
                    return parsed.GetValue(dry) || parsed.GetValue(rule) is { Length: > 0 }
                        ? throw RepairErrors.SourceAndRule()
                        : Fetch(new SourceRepair(workspace, opened as ParquetLake ?? throw RepairErrors.FetchesIntoLakes(opened.Place, stored, asked), stored, terminal).Run(asked, range, again, cancel), opened, stored, asked, terminal);
                }

                var repair = new StoreRepair(opened, stored, range);
                repair.Apply(rules);
                AuditEntry? audit = null;
                if (!parsed.GetValue(dry) && repair.Findings.Any(finding => finding.IsRepaired))
                {
                    audit = repair.Store();
                    new AuditTrail(opened, stored.Instrument.Symbol, terminal.Warn).Append(audit);
                }

                return Show($"{stored.Instrument.Symbol}:{stored.Name}", repair.Findings, parsed.GetValue(dry), audit, terminal);
            });
    }

    static ExitCode Fetch(AuditEntry? audit, IMarketStore store, StoredKind stored, string source, Terminal terminal)
    {
        var what = $"{stored.Instrument.Symbol}:{stored.Name}";
        if (audit is not null)
        {
            new AuditTrail(store, stored.Instrument.Symbol, terminal.Warn).Append(audit);
        }

        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json => RepairText.Write(json, what, [], false, audit)));
        }

        terminal.Result(audit is null
            ? $"{what}: {source} says what it said before"
            : FormattableString.Invariant($"{what}: {source} says something else now than before") + (audit.Revision > 1 ? FormattableString.Invariant($"; what it said then is {what}#{audit.Revision - 1}") : ""));
        return ExitCode.Ok;
    }

    static ExitCode OfTable(string path, IReadOnlyCollection<RepairRule> rules, string? to, Terminal terminal)
    {
        var table = PriceTable.Load(path);
        var findings = PriceRepair.Apply(table.Rows, rules);
        if (to is not null)
        {
            table.Save(to);
        }

        return Show(path, findings, to is null, null, terminal);
    }

    static ExitCode Show(string what, IReadOnlyList<PriceFinding> findings, bool isDry, AuditEntry? audit, Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Document(JsonText.Of(json => RepairText.Write(json, what, findings, isDry, audit)));
        }

        terminal.Result(RepairText.Of(what, findings, isDry) + (audit is { Revision: > 1 } ? FormattableString.Invariant($"\n  the prices before are {what}#{audit.Revision - 1}") : ""));
        return ExitCode.Ok;
    }

    static IReadOnlyCollection<RepairRule> Rules(string[] names) => names.Length == 0 ? PriceRepair.AllRules
        : [.. names.Select(name => Enum.TryParse<RepairRule>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var rule) && char.IsAsciiLetter(name[0])
            ? rule
            : throw CliErrors.BadNumber("--rule", name, "known are units, splits, dividends, capital-gains"))];
}
