/** Everything the back office can be asked for. */
import type { Operation } from './operation.ts'
import { compensate, fileComplaint, giveGoodwill } from './operations/complaints.ts'
import { checkCoupon, giveCoupon } from './operations/coupons.ts'
import { issueInvoice, quoteInvoice, reissueInvoice } from './operations/invoices.ts'
import { cancelOrder, changeAddress, findOrderOperation, quoteAddress } from './operations/orders.ts'
import { openInquiry, remedyParcel, trackOrder } from './operations/parcels.ts'
import { checkPrice, claimPrice } from './operations/prices.ts'
import { adviseSize, checkStock, noticeStock, otherSizes } from './operations/products.ts'
import { refundStatus, withdrawReturn } from './operations/refunds.ts'
import { quoteReturn, requestExchange, requestReturn } from './operations/returns.ts'

export const operations: Operation[] = [
  findOrderOperation,
  trackOrder,
  cancelOrder,
  quoteAddress,
  changeAddress,
  openInquiry,
  remedyParcel,
  quoteReturn,
  requestReturn,
  requestExchange,
  withdrawReturn,
  refundStatus,
  quoteInvoice,
  issueInvoice,
  reissueInvoice,
  checkPrice,
  claimPrice,
  checkCoupon,
  giveCoupon,
  fileComplaint,
  giveGoodwill,
  compensate,
  checkStock,
  otherSizes,
  noticeStock,
  adviseSize,
]
