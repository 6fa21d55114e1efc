using System.Threading.Channels;

namespace Workbench.Simulators.Oanda;

/// <summary>All that happened to an account, numbered without a gap. Not safe by itself: its account's lock guards it.</summary>
/// <param name="accountID">Whose log it is.</param>
/// <param name="firstID">Number of the first entry.</param>
/// <param name="now">The venue's clock.</param>
sealed class TransactionLog(string accountID, long firstID, Func<OandaTime> now)
{
    const int MostUnread = 10_000;
    const int MostKept = 100_000;

    readonly List<Transaction> entries = [];
    readonly List<Channel<Transaction>> readers = [];
    string? requestID;
    long? batchID;

    public IReadOnlyList<Transaction> Entries => entries;

    /// <summary>The oldest entry that is still told.</summary>
    public long FirstID { get; private set; } = firstID;

    public long LastID => FirstID + entries.Count - 1;

    public long NextID => LastID + 1;

    public int UserID { get; } = int.Parse(accountID.Split('-')[2], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What is added from now on belongs together, and to this request.</summary>
    public void Begin(string? request) => (requestID, batchID) = (request, null);

    public T Add<T>(T entry) where T : Transaction
    {
        batchID ??= NextID;
        entry.Sign(NextID, now(), UserID, accountID, batchID.Value, requestID);
        entries.Add(entry);
        Forget();
        foreach (var reader in readers)
        {
            reader.Writer.TryWrite(entry);
        }

        return entry;
    }

    /// <summary>Those newer than an id.</summary>
    public IEnumerable<Transaction> Since(long id) => entries.Skip((int)Math.Clamp(id + 1 - FirstID, 0, entries.Count));

    /// <summary>Hears of entries from now on. A reader that falls too far behind misses the oldest.</summary>
    public Channel<Transaction> Listen()
    {
        var reader = Channel.CreateBounded<Transaction>(new BoundedChannelOptions(MostUnread) { FullMode = BoundedChannelFullMode.DropOldest });
        readers.Add(reader);
        return reader;
    }

    public bool Leave(Channel<Transaction> reader) => readers.Remove(reader);

    // In large steps, for each of them moves all that stays.
    void Forget()
    {
        if (entries.Count > MostKept)
        {
            entries.RemoveRange(0, MostKept / 10);
            FirstID += MostKept / 10;
        }
    }
}
