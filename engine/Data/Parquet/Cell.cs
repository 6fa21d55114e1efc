namespace Workbench.Data.Parquet;

/// <summary>Gets a column's value out of a record, which is not copied for it: rows of some tables are two hundred bytes.</summary>
/// <typeparam name="TRecord">The record.</typeparam>
/// <typeparam name="TValue">The column's type.</typeparam>
public delegate TValue Cell<TRecord, out TValue>(in TRecord record);
