using System.Text.Json;
using Workbench.Model;

namespace Workbench.App;

/// <summary>The ledger of promotions: who promoted what, when, and which gates it passed.</summary>
sealed class Ledger(Workspace workspace, Action<string> tell)
{
    // Some thousands of promotions.
    static readonly LedgerForm Form = new("promotions", 64 << 20, PromotionErrors.LedgerChanged, PromotionErrors.LedgerBusy, PromotionErrors.LedgerTooLong);

    readonly LedgerFile file = new(workspace.Ledger, Form, tell);

    /// <summary>All that it holds, the oldest first.</summary>
    /// <exception cref="WorkbenchException">It was changed.</exception>
    public PromotionBook Read() => new(Entries(file.Read()));

    /// <summary>Adds an entry.</summary>
    /// <param name="make">Makes it from what the ledger holds; a refusal thrown here leaves the ledger as it is.</param>
    /// <returns>The entry with its number, time and name.</returns>
    public LedgerEntry Append(Func<PromotionBook, LedgerEntry> make)
    {
        LedgerEntry? added = null;
        file.Append((lines, sequence, previous) =>
        {
            var entry = make(new PromotionBook(Entries(lines)));
            added = entry with
            {
                Sequence = sequence,
                Previous = previous,
                Time = UtcNanos.ToIso(UtcNanos.From(DateTime.UtcNow)),
                Who = Environment.UserName,
                Promotion = NameOf(entry, sequence),
            };
            return added.ToJson();
        });
        return added!;
    }

    static string NameOf(LedgerEntry entry, long sequence) => entry.Event switch
    {
        LedgerEvent.Promoted => FormattableString.Invariant($"p{sequence}"),
        LedgerEvent.Refused => FormattableString.Invariant($"r{sequence}"),
        _ => entry.Promotion,
    };

    List<LedgerEntry> Entries(IReadOnlyList<byte[]> lines)
    {
        var entries = new List<LedgerEntry>(lines.Count);
        foreach (var line in lines)
        {
            try
            {
                entries.Add(LedgerEntry.FromJson(line));
            }
            catch (JsonException newer)
            {
                throw PromotionErrors.LedgerNewer(file.Path, entries.Count + 1, newer.Message);
            }
        }

        return entries;
    }
}
