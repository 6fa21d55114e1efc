using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Workbench.Model;

namespace Workbench.Brokers.Oanda;

/// <summary>
/// The venue's streams of JSON lines: opens one, cuts it into lines, and counts silence as a break, since a socket that is half
/// open says nothing at all. A line that cannot be read breaks it too: what it held is asked for after the next connect.
/// </summary>
sealed class OandaStream(OandaRest rest, OandaOptions options, TimeProvider time)
{
    /// <summary>No line is longer; something else is at the other end.</summary>
    const int LongestLine = 1 << 20;

    /// <summary>Prices, until the stream ends, breaks or falls silent.</summary>
    public Task Prices(IReadOnlyList<Instrument> instruments, IInbox inbox, Action flows, CancellationToken cancel)
    {
        var byName = instruments.ToDictionary(OandaSymbols.NameOf, StringComparer.Ordinal);
        return Read("pricing/stream?instruments=" + Uri.EscapeDataString(string.Join(',', byName.Keys)), options.PriceSilence, Opened, See, cancel);

        Task Opened()
        {
            flows();
            return Task.CompletedTask;
        }

        Task See(ReadOnlyMemory<byte> line)
        {
            var price = JsonSerializer.Deserialize(line.Span, OandaWire.Default.OandaPrice) ?? throw new JsonException("a line is empty");
            if (price is { Type: "PRICE", Instrument: { } name } && byName.TryGetValue(name, out var instrument) && OandaMap.Tick(price, instrument) is { } tick)
            {
                inbox.Post(in tick);
            }

            return Task.CompletedTask;
        }
    }

    /// <summary>The account's ledger, until the stream ends, breaks or falls silent. What was missed before is told first.</summary>
    public Task Transactions(OandaLedger ledger, Action flows, CancellationToken cancel)
    {
        return Read("transactions/stream", options.TransactionSilence, Opened, Hear, cancel);

        async Task Opened()
        {
            await Resume(ledger, cancel).ConfigureAwait(false);
            flows();
        }

        async Task Hear(ReadOnlyMemory<byte> line)
        {
            var said = JsonSerializer.Deserialize(line.Span, OandaWire.Default.OandaTransaction) ?? throw new JsonException("a line is empty");
            var isHeartbeat = said.Type == "HEARTBEAT";
            if (Before(said, isHeartbeat) > ledger.Last)
            {
                // A line between was lost.
                await Resume(ledger, cancel).ConfigureAwait(false);
            }

            if (!isHeartbeat)
            {
                ledger.Streamed(said);
            }
        }
    }

    /// <summary>The last id that must have been told before this line.</summary>
    static long Before(OandaTransaction said, bool isHeartbeat) =>
        !isHeartbeat ? OandaLedger.NumberOf(said.Id) - 1
        : said.LastTransactionId is { } last ? OandaLedger.NumberOf(last)
        : 0;

    async Task Resume(OandaLedger ledger, CancellationToken cancel)
    {
        while (ledger.Resumed(await rest.Since(ledger.Last, cancel).ConfigureAwait(false)))
        {
        }
    }

    /// <summary>Reads until the stream ends, breaks or falls silent. A line that was cut at the end is no line.</summary>
    /// <param name="path">What to open.</param>
    /// <param name="silence">How long may pass without a whole line.</param>
    /// <param name="opened">Called once it is open, before its first line is read.</param>
    /// <param name="line">Called with each line.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="TimeoutException">It fell silent.</exception>
    async Task Read(string path, TimeSpan silence, Func<Task> opened, Func<ReadOnlyMemory<byte>, Task> line, CancellationToken cancel)
    {
        using var quiet = new CancellationTokenSource(silence, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, quiet.Token);
        try
        {
            using var response = await rest.Open(path, either.Token).ConfigureAwait(false);
            quiet.CancelAfter(Timeout.InfiniteTimeSpan);
            await opened().ConfigureAwait(false);
            var reader = PipeReader.Create(await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false));
            try
            {
                await Lines(reader, silence, quiet, line, either.Token).ConfigureAwait(false);
            }
            finally
            {
                await reader.CompleteAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (quiet.IsCancellationRequested && !cancel.IsCancellationRequested)
        {
            throw new TimeoutException($"nothing was heard for {silence.TotalSeconds:0.#} s");
        }
    }

    async Task Lines(PipeReader reader, TimeSpan silence, CancellationTokenSource quiet, Func<ReadOnlyMemory<byte>, Task> line, CancellationToken cancel)
    {
        var heard = time.GetTimestamp();
        while (true)
        {
            // Counted only while we wait: a session that is behind holds us up in `line`, and that is not the venue's silence.
            var left = silence - time.GetElapsedTime(heard);
            quiet.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
            var read = await reader.ReadAsync(cancel).ConfigureAwait(false);
            quiet.CancelAfter(Timeout.InfiniteTimeSpan);
            var rest = read.Buffer;
            while (rest.PositionOf((byte)'\n') is { } end)
            {
                await Take(rest.Slice(0, end), line).ConfigureAwait(false);
                rest = rest.Slice(rest.GetPosition(1, end));
                heard = time.GetTimestamp();
            }

            var isTooLong = rest.Length > LongestLine;
            reader.AdvanceTo(rest.Start, rest.End);
            if (isTooLong)
            {
                throw new InvalidDataException("a line has no end");
            }

            if (read.IsCompleted)
            {
                return;
            }
        }
    }

    static Task Take(ReadOnlySequence<byte> text, Func<ReadOnlyMemory<byte>, Task> line)
    {
        var bytes = text.IsSingleSegment ? text.First : text.ToArray();
        return bytes.Span.Trim(" \r\t"u8).IsEmpty ? Task.CompletedTask : line(bytes);
    }
}
