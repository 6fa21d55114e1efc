using System.Globalization;
using System.Text.Json;
using Workbench.Model;

namespace Workbench.Brokers.Oanda;

/// <summary>
/// The account's ledger as we hear it: each transaction goes to the inbox once, whichever of answer, stream and resume brings it
/// first, and transactions that came together go together.
/// </summary>
/// <param name="inbox">Where reports go.</param>
/// <param name="reports">What a transaction says.</param>
/// <param name="last">The last transaction before we listened.</param>
sealed class OandaLedger(IInbox inbox, OandaReports reports, long last)
{
    /// <summary>How many ids are remembered: answer and stream bring the same one within moments.</summary>
    const int Remembered = 10_000;

    /// <summary>How many orders for now are remembered: their fill comes with them, or in the next line.</summary>
    const int RememberedForNow = 100;

    readonly Lock gate = new();
    readonly HashSet<long> seen = [];
    readonly Queue<long> oldest = [];
    readonly Queue<string?> forNow = [];

    /// <summary>The last transaction up to which nothing is missing. Answers run ahead of it.</summary>
    public long Last { get; private set; } = last;

    /// <summary>Id as a number: the venue's ids grow by one.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static long NumberOf(string? id) => long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"'{id}' is no transaction id.");

    /// <summary>Takes what a command was answered with.</summary>
    public void Answered(IEnumerable<OandaTransaction?> answer)
    {
        lock (gate)
        {
            Post([.. answer.OfType<OandaTransaction>().OrderBy(each => NumberOf(each.Id))]);
        }
    }

    /// <summary>A command was refused.</summary>
    public void Refused(OandaTransaction? refusal, VenueReport report)
    {
        lock (gate)
        {
            if (refusal is null || IsNew(NumberOf(refusal.Id)))
            {
                inbox.Post(report);
            }
        }
    }

    /// <summary>Takes the next line of the stream.</summary>
    public void Streamed(OandaTransaction line)
    {
        lock (gate)
        {
            Post([line]);
            Last = Math.Max(Last, NumberOf(line.Id));
        }
    }

    /// <summary>Takes a stretch of the ledger that was asked for. An entry that cannot be read is told as a gap, and must not hide the others.</summary>
    /// <returns>Whether there is more to ask for.</returns>
    public bool Resumed(OandaTransactionsAnswer answer)
    {
        lock (gate)
        {
            var before = Last;
            var stretch = new List<OandaTransaction>();
            foreach (var entry in answer.Transactions)
            {
                if (Parse(entry) is { } transaction)
                {
                    stretch.Add(transaction);
                    Last = Math.Max(Last, NumberOf(transaction.Id));
                }
            }

            Post(stretch);
            return IsShort(NumberOf(answer.LastTransactionId), before);
        }
    }

    /// <summary>Whether a stretch ended before the ledger does. One that brings nothing is not asked for again: what it hides is a gap.</summary>
    bool IsShort(long end, long before)
    {
        if (Last >= end || Last > before)
        {
            return Last < end;
        }

        inbox.Post(LinkKind.Orders, LinkState.Gap, string.Create(CultureInfo.InvariantCulture, $"the transactions {Last + 1} to {end} are not told"));
        Last = end;
        return false;
    }

    void Post(List<OandaTransaction> together)
    {
        // A refusal in the stream does not say which command it answers; its answer does, or a query.
        together.RemoveAll(each => each.Type.EndsWith("_REJECT", StringComparison.Ordinal) || seen.Contains(NumberOf(each.Id)));

        together.ForEach(NoteForNow);

        // All of it is read before any of it is told: what throws here is told another time.
        var told = reports.Of(together, forNow.Contains).ToList();
        together.ForEach(each => IsNew(NumberOf(each.Id)));
        told.ForEach(inbox.Post);
        foreach (var (id, amount, kind) in together.SelectMany(reports.Moves))
        {
            inbox.Post(id, amount, kind);
        }
    }

    void NoteForNow(OandaTransaction create)
    {
        if (create.TimeInForce == "IOC")
        {
            forNow.Enqueue(create.Id);
            _ = forNow.Count > RememberedForNow ? forNow.Dequeue() : null;
        }
    }

    bool IsNew(long id)
    {
        if (!seen.Add(id))
        {
            return false;
        }

        oldest.Enqueue(id);
        if (oldest.Count > Remembered)
        {
            seen.Remove(oldest.Dequeue());
        }

        return true;
    }

    OandaTransaction? Parse(JsonElement entry)
    {
        try
        {
            var transaction = entry.Deserialize(OandaWire.Default.OandaTransaction) ?? throw new JsonException("it is empty");
            NumberOf(transaction.Id);
            _ = reports.Of([transaction]).Count();
            return transaction;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            inbox.Post(LinkKind.Orders, LinkState.Gap, $"a transaction cannot be read: {unreadable.Message}");
            return null;
        }
    }
}
