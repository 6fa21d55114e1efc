using System.Globalization;
using System.Net.Http.Headers;

namespace Workbench.Platform.Resilience;

/// <summary>All limits of one venue. A call is charged to each that it counts for, or to none. For all threads.</summary>
sealed class RateBudget(IReadOnlyList<RateRule> rules, TimeProvider time)
{
    readonly long start = time.GetTimestamp();
    readonly Lock changing = new();
    RateBucket[] buckets = [.. rules.Select(rule => new RateBucket(rule))];

    /// <summary>Takes other limits. What was spent of one that stays, by its name and window, stays spent.</summary>
    public void Replace(IReadOnlyList<RateRule> rules)
    {
        lock (changing)
        {
            buckets = [.. rules.Select(rule => Array.Find(buckets, bucket => bucket.IsOf(rule))?.With(rule) ?? new RateBucket(rule))];
        }
    }

    /// <summary>Charges a call where there is room for it everywhere.</summary>
    /// <param name="call">The call.</param>
    /// <param name="charged">What it was charged to; for <see cref="Learn"/>.</param>
    /// <returns>Zero where it was charged; else how long to wait before asking again.</returns>
    public TimeSpan TryCharge(VenueCall call, out RateCharge[] charged)
    {
        charged = [];
        lock (changing)
        {
            var now = RateClock.Now(time, start);
            var mine = Array.FindAll(buckets, bucket => call.Buckets.Count == 0 || call.Buckets.Contains(bucket.Rule.Bucket));
            var wait = mine.Length == 0 ? TimeSpan.Zero : mine.Max(bucket => bucket.Wait(call.Weight, call.IsUrgent, now));
            if (wait == TimeSpan.Zero)
            {
                // An answer may tell the counts of limits that its call was not charged to.
                charged = Array.ConvertAll(buckets, bucket => new RateCharge(bucket, bucket.Charge(mine.Contains(bucket) ? call.Weight : 0, now)));
            }

            return wait;
        }
    }

    /// <summary>Reads what the venue says of its own count.</summary>
    public void Learn(HttpResponseHeaders headers, RateCharge[] charged)
    {
        lock (changing)
        {
            var now = RateClock.Now(time, start);
            foreach (var (bucket, window) in charged)
            {
                if (bucket.Rule.UsedHeader is { Length: > 0 } name && headers.TryGetValues(name, out var values)
                    && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var count))
                {
                    bucket.Learn(count, window, now);
                }
            }
        }
    }

    public IReadOnlyList<RateUse> Used()
    {
        lock (changing)
        {
            var now = RateClock.Now(time, start);
            return [.. buckets.Select(bucket => new RateUse(bucket.Rule, bucket.Used(now)))];
        }
    }
}
