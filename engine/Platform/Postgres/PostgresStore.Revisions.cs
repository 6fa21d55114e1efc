using Npgsql;

namespace Workbench.Platform.Postgres;

/// <content>Former states of tapes.</content>
public sealed partial class PostgresStore
{
    IReadOnlyList<RevisionPin> pins = [];

    /// <inheritdoc/>
    public IReadOnlyList<StoreRevision> Revisions(string symbol, string kind) => With<IReadOnlyList<StoreRevision>>(connection =>
        HeadOf(connection, symbol, kind) is not { } head ? [] :
        [
            .. ManifestRows.States(connection, head.Id).ConvertAll(state => new StoreRevision(
                state, false, Entry(connection, head, ManifestRows.Parts(connection, head.Id, state).ConvertAll(part => part.Stretch)), ManifestRows.ReplacedUtc(connection, head.Id, state))),
            new StoreRevision(head.Revision, true, Entry(connection, head, ManifestRows.Of(connection, head.Id)), null),
        ]);

    /// <inheritdoc/>
    public IMarketStore As(IEnumerable<RevisionPin> more) => new PostgresStore(address, calendars, rules) { pins = [.. more, .. pins] };

    /// <inheritdoc/>
    public int Forget(string symbol, string kind, int keep) => With(connection =>
    {
        using var transaction = connection.BeginTransaction();
        Lock(connection, symbol, kind);
        var tape = HeadOf(connection, symbol, kind);
        List<int> gone = tape is null ? [] : [.. ManifestRows.States(connection, tape.Id).SkipLast(keep)];
        if (gone.Count > 0)
        {
            FormerRows.Forget(connection, SeriesTable.Of(connection.Ask<string>("select series from market.tapes where id = $1", tape!.Id)!), tape.Id, gone[^1]);
        }

        transaction.Commit();
        return gone.Count;
    });

    // What the tape has in the state that is asked for.
    List<TapePart> Parts(NpgsqlConnection connection, Tape tape)
    {
        var state = pins.FirstOrDefault(pin => pin.Instrument == tape.Instrument.Symbol && pin.Kind == tape.Kind)?.Number ?? tape.Revision;
        if (state != tape.Revision && ManifestRows.States(connection, tape.Id) is var kept && !kept.Contains(state))
        {
            throw StoreErrors.NoRevision(Word, tape.Instrument.Symbol, tape.Kind, state, kept.Append(tape.Revision));
        }

        return ManifestRows.Parts(connection, tape.Id, state);
    }

    static TapeHead? HeadOf(NpgsqlConnection connection, string symbol, string kind) =>
        connection.List($"select {TapeColumns} where i.symbol = $1 and t.kind = $2 and {WithData}", Head, symbol, kind).FirstOrDefault();

    // Whoever changes a tape does so alone.
    void Lock(NpgsqlConnection connection, string symbol, string kind)
    {
        if (!connection.Ask<bool>("select pg_try_advisory_xact_lock(hashtextextended($1, 0))", $"market/{symbol}/{kind}"))
        {
            throw StoreErrors.Busy($"{symbol} {kind} of {address}");
        }
    }
}
