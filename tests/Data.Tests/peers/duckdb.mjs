// Runs SQL statements in DuckDB and prints the rows of the last as JSON: the independent reader (and writer) of the Parquet tests.
import { DuckDBInstance } from '@duckdb/node-api';

const connection = await (await DuckDBInstance.create()).connect();
await connection.run("set timezone = 'UTC'");
let answer;
for (const statement of process.argv.slice(2)) {
  answer = await connection.runAndReadAll(statement);
}
console.log(JSON.stringify(answer.getRowsJson()));
