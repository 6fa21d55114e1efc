using System.Globalization;
using System.Net.Http.Headers;

namespace Workbench.Platform.Resilience;

/// <summary>All limits of one venue. A call is charged to each that it counts for, or to none. For all threads.</summary>
sealed class RateBudget(IReadOnlyList<RateRule> rules, TimeProvider time)
{
    readonly RateBucket[] buckets = [.. rules.Select(rule => new RateBucket(rule))];
    readonly Lock changing = new();

    /// <summary>Charges a call where there is room for it everywhere.</summary>
    /// <param name="call">The call.</param>
    /// <param name="windows">For each limit, the window that it was charged in; for <see cref="Learn"/>.</param>
    /// <returns>Zero where it was charged; else how long to wait before asking again.</returns>
    public TimeSpan TryCharge(VenueCall call, out long[] windows)
    {
        windows = new long[buckets.Length];
        lock (changing)
        {
            var now = RateClock.Now(time);
            var wait = TimeSpan.Zero;
            foreach (var bucket in buckets)
            {
                var here = Counts(bucket, call) ? bucket.Wait(call.Weight, call.IsUrgent, now) : TimeSpan.Zero;
                wait = here > wait ? here : wait;
            }

            for (var at = 0; at < buckets.Length && wait == TimeSpan.Zero; at++)
            {
                windows[at] = buckets[at].Charge(Counts(buckets[at], call) ? call.Weight : 0, now);
            }

            return wait;
        }
    }

    /// <summary>Reads what the venue says of its own count.</summary>
    public void Learn(HttpResponseHeaders headers, long[] windows)
    {
        lock (changing)
        {
            var now = RateClock.Now(time);
            for (var at = 0; at < buckets.Length; at++)
            {
                if (buckets[at].Rule.UsedHeader is { Length: > 0 } name && headers.TryGetValues(name, out var values)
                    && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                {
                    buckets[at].Learn(count, windows[at], now);
                }
            }
        }
    }

    public IReadOnlyList<RateUse> Used()
    {
        lock (changing)
        {
            var now = RateClock.Now(time);
            return [.. buckets.Select(bucket => new RateUse(bucket.Rule, bucket.Used(now)))];
        }
    }

    static bool Counts(RateBucket bucket, VenueCall call) => call.Buckets.Count == 0 || call.Buckets.Contains(bucket.Rule.Bucket);
}
