using System.Globalization;

namespace Workbench.App;

/// <summary>
/// Threads that take pieces of work off one pile, by number: whichever is free takes the next. A piece that does not come back is given
/// up, and another thread takes the lost one's place; the lost one cannot be ended and goes on in vain.
/// </summary>
/// <param name="hands">Threads at work at once.</param>
/// <param name="patience">Longest that a piece may show no sign of life.</param>
sealed class Crew(int hands, TimeSpan patience) : IDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    readonly List<Hand> crew = [];

    /// <summary>Threads that were lost to work that does not come back.</summary>
    public int Lost { get; private set; }

    /// <summary>Does all pieces, and returns when each is done or given up.</summary>
    /// <param name="count">Pieces.</param>
    /// <param name="work">Does one; it must not throw but for a cancellation.</param>
    /// <param name="beat">A figure of the piece that rises while it lives.</param>
    /// <param name="giveUp">Told of a piece that shows no life.</param>
    /// <param name="cancel">Leaves what has not begun.</param>
    public void Do(int count, Action<int> work, Func<int, long> beat, Action<int> giveUp, CancellationToken cancel)
    {
        var pile = new Pile(count, work);
        while (crew.Count < Math.Min(hands, count))
        {
            crew.Add(new Hand());
        }

        crew.ForEach(hand => hand.Take(pile));
        while (!pile.IsDone(Interval))
        {
            if (cancel.IsCancellationRequested)
            {
                pile.Leave();
            }

            for (var i = 0; i < crew.Count; i++)
            {
                if (crew[i].StuckAt(beat, patience) is { } piece && pile.Settle(piece))
                {
                    giveUp(piece);
                    crew[i].Lose();
                    crew[i] = new Hand();
                    crew[i].Take(pile);
                    Lost++;
                }
            }
        }

        cancel.ThrowIfCancellationRequested();
        pile.Rethrow();
    }

    public void Dispose() => crew.ForEach(hand => hand.Lose());

    /// <summary>Work to be done, and how much of it is.</summary>
    sealed class Pile(int count, Action<int> work)
    {
        readonly bool[] settled = new bool[count];
        readonly ManualResetEventSlim done = new(count == 0);
        int next;
        int open = count;
        Exception? error;

        /// <summary>The next piece; negative when none is left.</summary>
        public int Take() => Interlocked.Increment(ref next) - 1 is var piece && piece < settled.Length ? piece : -1;

        /// <summary>Does a piece.</summary>
        public void Do(int piece)
        {
            try
            {
                work(piece);
            }
            catch (Exception failed)
            {
                Interlocked.CompareExchange(ref error, failed, null);
                Leave();
            }

            Settle(piece);
        }

        /// <summary>A piece is done or given up, whichever comes first.</summary>
        public bool Settle(int piece)
        {
            if (Interlocked.Exchange(ref settled[piece], true))
            {
                return false;
            }

            Close(1);
            return true;
        }

        /// <summary>What has not begun is left undone.</summary>
        public void Leave()
        {
            var begun = Math.Min(Interlocked.Exchange(ref next, settled.Length), settled.Length);
            Close(settled.Length - begun);
        }

        public bool IsDone(TimeSpan within) => done.Wait(within);

        public void Rethrow()
        {
            if (error is not null)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
            }
        }

        void Close(int pieces)
        {
            if (Interlocked.Add(ref open, -pieces) == 0)
            {
                done.Set();
            }
        }
    }

    /// <summary>One thread.</summary>
    sealed class Hand
    {
        readonly AutoResetEvent wake = new(false);
        readonly Thread thread;
        volatile Pile? pile;
        volatile int piece = -1;
        volatile bool isLost;
        (int Piece, long Beat, long Since) seen = (-1, 0, 0);

        public Hand()
        {
            thread = new Thread(Work) { IsBackground = true, Name = "variants" };
            thread.Start();
        }

        public void Take(Pile work)
        {
            pile = work;
            wake.Set();
        }

        /// <summary>The piece that has shown no life for too long; null where there is none.</summary>
        public int? StuckAt(Func<int, long> beat, TimeSpan patience)
        {
            var at = piece;
            var now = TimeProvider.System.GetTimestamp();
            var life = at < 0 ? 0 : beat(at);
            if (at < 0 || (at, life) != (seen.Piece, seen.Beat))
            {
                seen = (at, life, now);
                return null;
            }

            return TimeProvider.System.GetElapsedTime(seen.Since, now) > patience ? at : null;
        }

        /// <summary>Nobody waits for it any more: it ends when it comes back, and until then it shall take as little as the system lets it.</summary>
        public void Lose()
        {
            if (piece >= 0)
            {
                thread.Priority = ThreadPriority.Lowest;
            }

            isLost = true;
            wake.Set();
        }

        void Work()
        {
            // Whatever the gate may have missed, a script's numbers look the same under every culture.
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            while (!isLost)
            {
                wake.WaitOne();
                for (var work = pile; !isLost && work is not null && work.Take() is >= 0 and var next;)
                {
                    piece = next;
                    work.Do(next);
                    piece = -1;
                }
            }
        }
    }
}
