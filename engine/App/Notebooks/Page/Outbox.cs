using System.Text;

namespace Workbench.App;

/// <summary>
/// What one page is still to be told. A page that reads slowly holds up no cell: printed text is joined while it waits, a progress bar shows its newest
/// state only, and where even so too much piles up the page is cut off; it comes back by itself and is told how things stand.
/// </summary>
sealed class Outbox
{
    const int MostEvents = 2_000;
    const long MostText = 32_000_000;

    readonly Lock gate = new();
    readonly LinkedList<Letter> letters = new();
    readonly SemaphoreSlim filled = new(0);
    long waiting;

    /// <summary>Whether too much piled up.</summary>
    public bool IsFull { get; private set; }

    public void Post(PageEvent news)
    {
        lock (gate)
        {
            waiting += news.Length + (news.Text?.Length ?? 0);
            IsFull |= letters.Count >= MostEvents || waiting > MostText;
            if (IsFull || letters.Last?.Value.Takes(news) == true)
            {
                return;
            }

            letters.AddLast(new Letter(news));
        }

        filled.Release();
    }

    /// <summary>The next thing to tell, as JSON; waits for it.</summary>
    public async Task<string> Take(CancellationToken cancel)
    {
        await filled.WaitAsync(cancel).ConfigureAwait(false);
        lock (gate)
        {
            var letter = letters.First!.Value;
            letters.RemoveFirst();
            waiting = letters.Count == 0 ? 0 : waiting - letter.Length;
            return letter.Json();
        }
    }

    sealed class Letter(PageEvent first)
    {
        readonly StringBuilder? joined = first.Text is { } text ? new StringBuilder(text) : null;
        PageEvent newest = first;

        public int Length => newest.Length + (joined?.Length ?? 0);

        public bool Takes(PageEvent news)
        {
            if (news.Key is null || news.Key != newest.Key)
            {
                return false;
            }

            newest = news;
            joined?.Append(news.Text);
            return true;
        }

        public string Json() => newest.Json(joined?.ToString());
    }
}
