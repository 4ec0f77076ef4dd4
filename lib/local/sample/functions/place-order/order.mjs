const SKU = /^p-\d{3}$/;
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const MAX_QUANTITY = 20;

const lineProblem = (line, index) => {
  if (!SKU.test(line?.sku ?? "")) return `items[${index}].sku is not a product id`;
  if (!Number.isInteger(line.quantity) || line.quantity < 1 || line.quantity > MAX_QUANTITY)
    return `items[${index}].quantity is not a whole number from 1 to ${MAX_QUANTITY}`;
  if (!Number.isInteger(line.unitPrice) || line.unitPrice < 0) return `items[${index}].unitPrice is not a price in cents`;
  return undefined;
};

/** Every reason why the order cannot be taken; empty when it can. */
export const problemsOf = (order) => {
  const problems = [];
  if (!EMAIL.test(order?.customer?.email ?? "")) problems.push("customer.email is not an e-mail address");
  if (!Array.isArray(order?.items) || order.items.length === 0) return [...problems, "items is empty"];
  return [...problems, ...order.items.map(lineProblem).filter(Boolean)];
};

/** Totals in cents. Shipping is free from the threshold on. */
export const totalsOf = (order, { taxRate, freeShippingFrom }) => {
  const subtotal = order.items.reduce((sum, line) => sum + line.quantity * line.unitPrice, 0);
  const shipping = subtotal >= freeShippingFrom ? 0 : 590;
  const tax = Math.round(subtotal * taxRate);
  return { subtotal, shipping, tax, total: subtotal + shipping + tax };
};
