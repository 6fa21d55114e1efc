using Workbench.Core;
using Workbench.Model;

namespace Workbench.App;

/// <summary>
/// What waits to be told to a session. Whoever finds something puts it in, from any thread; the session's thread takes it out when it is due: at once where
/// it is published already, else at its time. Of what waits the earliest is told first, and nothing is told that was told before.
/// </summary>
/// <param name="markets">The session's instruments, by their numbers, for each stream that is told.</param>
/// <param name="memory">What the session has been told; from now on it is this queue's alone.</param>
sealed class NoticeQueue(IReadOnlyList<int> markets, NoticeMemory memory)
{
    readonly Lock gate = new();
    readonly Queue<INotice>[] waiting = [.. markets.Select(static _ => new Queue<INotice>())];
    readonly long[] told = new long[markets.Count];

    /// <summary>When the next one may be told, UTC nanoseconds; the end of time where none waits.</summary>
    public long Next
    {
        get
        {
            lock (gate)
            {
                return Earliest() is var first and >= 0 ? waiting[first].Peek().TimeNanos : long.MaxValue;
            }
        }
    }

    /// <summary>How many of a stream were told since this process began.</summary>
    public long Told(int stream)
    {
        lock (gate)
        {
            return told[stream];
        }
    }

    /// <summary>How many of a stream wait.</summary>
    public int Waiting(int stream)
    {
        lock (gate)
        {
            return waiting[stream].Count;
        }
    }

    /// <summary>Puts in all that is known of a stream, in place of what waits of it: a release that was moved is told at its new time alone.</summary>
    /// <param name="stream">Its place among those that are told.</param>
    /// <param name="known">What is known, in the order of time.</param>
    public void Put(int stream, IEnumerable<INotice> known)
    {
        // What makes them one is found out before, so that prices wait for nothing but a look into a table.
        var keyed = known.Select(static notice => (Key: NoticeKey.Of(notice), Notice: notice)).DistinctBy(static each => each.Key).ToList();
        lock (gate)
        {
            waiting[stream].Clear();
            foreach (var (_, notice) in keyed.Where(each => !memory.Has(each.Key)))
            {
                waiting[stream].Enqueue(notice);
            }
        }
    }

    /// <summary>Takes the next one, which counts as told from then on.</summary>
    /// <exception cref="InvalidOperationException">None waits.</exception>
    public Input Take()
    {
        lock (gate)
        {
            var first = Earliest() is var at and >= 0 ? at : throw new InvalidOperationException("Nothing waits to be told.");
            var notice = waiting[first].Dequeue();
            memory.Add(notice);
            told[first]++;
            return Input.Notice(markets[first], notice);
        }
    }

    /// <summary>The stream whose notice is next, at one instant the first of them; -1 where none waits.</summary>
    int Earliest()
    {
        var first = -1;
        for (var i = 0; i < waiting.Length; i++)
        {
            if (waiting[i].TryPeek(out var head) && (first < 0 || head.TimeNanos < waiting[first].Peek().TimeNanos))
            {
                first = i;
            }
        }

        return first;
    }
}
